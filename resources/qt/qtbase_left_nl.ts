<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- What Qt's own Dutch leaves in English. Compiled with: pyside6-lrelease qtbase_left_nl.ts -->
<TS version="2.1" language="nl_NL">
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Zoeken in:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Bestands&amp;type:</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Double Sided Printing</source>
        <translation>Dubbelzijdig printen</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Uit</translation>
    </message>
    <message>
        <source>Long side binding</source>
        <translation>Omslaan langs de lange kant</translation>
    </message>
    <message>
        <source>Short side binding</source>
        <translation>Omslaan langs de korte kant</translation>
    </message>
    <message>
        <source>Page &amp;Set:</source>
        <translation>Welke &amp;bladzijden:</translation>
    </message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message>
        <source>Page &amp;order:</source>
        <translation>&amp;Volgorde:</translation>
    </message>
    <message>
        <source>Pages &amp;per sheet:</source>
        <translation>Bladzijden &amp;per blad:</translation>
    </message>
    <message>
        <source>Left to right, top to bottom</source>
        <translation>Van links naar rechts, van boven naar onder</translation>
    </message>
    <message>
        <source>Left to right, bottom to top</source>
        <translation>Van links naar rechts, van onder naar boven</translation>
    </message>
    <message>
        <source>Right to left, bottom to top</source>
        <translation>Van rechts naar links, van onder naar boven</translation>
    </message>
    <message>
        <source>Right to left, top to bottom</source>
        <translation>Van rechts naar links, van boven naar onder</translation>
    </message>
    <message>
        <source>Bottom to top, left to right</source>
        <translation>Van onder naar boven, van links naar rechts</translation>
    </message>
    <message>
        <source>Bottom to top, right to left</source>
        <translation>Van onder naar boven, van rechts naar links</translation>
    </message>
    <message>
        <source>Top to bottom, left to right</source>
        <translation>Van boven naar onder, van links naar rechts</translation>
    </message>
    <message>
        <source>Top to bottom, right to left</source>
        <translation>Van boven naar onder, van rechts naar links</translation>
    </message>
    <message>
        <source>1 (1x1)</source>
        <translation>1 (1 bij 1)</translation>
    </message>
    <message>
        <source>2 (2x1)</source>
        <translation>2 (2 bij 1)</translation>
    </message>
    <message>
        <source>4 (2x2)</source>
        <translation>4 (2 bij 2)</translation>
    </message>
    <message>
        <source>6 (2x3)</source>
        <translation>6 (2 bij 3)</translation>
    </message>
    <message>
        <source>9 (3x3)</source>
        <translation>9 (3 bij 3)</translation>
    </message>
    <message>
        <source>16 (4x4)</source>
        <translation>16 (4 bij 4)</translation>
    </message>
    <message>
        <source>Millimeters (mm)</source>
        <translation>Millimeter (mm)</translation>
    </message>
    <message>
        <source>Inches (in)</source>
        <translation>Inch (in)</translation>
    </message>
</context>
<context>
    <name>QCupsJobWidget</name>
    <message>
        <source>Job</source>
        <translation>Opdracht</translation>
    </message>
    <message>
        <source>Job Control</source>
        <translation>Wanneer en voor wie</translation>
    </message>
    <message>
        <source>Scheduled &amp;printing:</source>
        <translation>&amp;Wanneer printen:</translation>
    </message>
    <message>
        <source>&amp;Billing information:</source>
        <translation>&amp;Voor wie (rekening):</translation>
    </message>
    <message>
        <source>Job &amp;priority:</source>
        <translation>V&amp;oorrang:</translation>
    </message>
    <message>
        <source>Banner Pages</source>
        <translation>Voorblad en achterblad</translation>
    </message>
    <message>
        <source>Banner page at start</source>
        <translation>Voorblad</translation>
    </message>
    <message>
        <source>&amp;Start:</source>
        <translation>V&amp;ooraan:</translation>
    </message>
    <message>
        <source>Banner page at end</source>
        <translation>Achterblad</translation>
    </message>
    <message>
        <source>&amp;End:</source>
        <translation>&amp;Achteraan:</translation>
    </message>
    <message>
        <source>Print Immediately</source>
        <translation>Meteen printen</translation>
    </message>
    <message>
        <source>Hold Indefinitely</source>
        <translation>Vasthouden</translation>
    </message>
    <message>
        <source>Day (06:00 to 17:59)</source>
        <translation>Overdag (06:00 tot 17:59)</translation>
    </message>
    <message>
        <source>Night (18:00 to 05:59)</source>
        <translation>’s Nachts (18:00 tot 05:59)</translation>
    </message>
    <message>
        <source>Second Shift (16:00 to 23:59)</source>
        <translation>Avond (16:00 tot 23:59)</translation>
    </message>
    <message>
        <source>Third Shift (00:00 to 07:59)</source>
        <translation>Nacht (00:00 tot 07:59)</translation>
    </message>
    <message>
        <source>Weekend (Saturday to Sunday)</source>
        <translation>Weekend (zaterdag en zondag)</translation>
    </message>
    <message>
        <source>Specific Time</source>
        <translation>Op een tijd</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Gewoon</translation>
    </message>
    <message>
        <source>Unclassified</source>
        <translation>Niet geheim</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Vertrouwelijk</translation>
    </message>
    <message>
        <source>Classified</source>
        <translation>Geheim</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Zeer geheim</translation>
    </message>
    <message>
        <source>Top Secret</source>
        <translation>Uiterst geheim</translation>
    </message>
</context>
<context>
    <name>QPrintPropertiesDialog</name>
    <message>
        <source>Job Options</source>
        <translation>Opties van de opdracht</translation>
    </message>
    <message>
        <source>Page Setup Conflicts</source>
        <translation>Instellingen van de bladzijde gaan niet samen</translation>
    </message>
    <message>
        <source>Advanced Option Conflicts</source>
        <translation>Geavanceerde opties gaan niet samen</translation>
    </message>
    <message>
        <source>There are conflicts in page setup options. Do you want to fix them?</source>
        <translation>Instellingen van de bladzijde gaan niet samen. Wilt u ze herstellen?</translation>
    </message>
    <message>
        <source>There are conflicts in some advanced options. Do you want to fix them?</source>
        <translation>Geavanceerde opties gaan niet samen. Wilt u ze herstellen?</translation>
    </message>
    <message>
        <source>There are conflicts in some options. Please fix them.</source>
        <translation>Sommige opties gaan niet samen. Verander ze eerst.</translation>
    </message>
</context>
<context>
    <name>QPrintDialog</name>
    <message>
        <source>Duplex Settings Conflicts</source>
        <translation>Dubbelzijdig gaat zo niet</translation>
    </message>
    <message>
        <source>There are conflicts in duplex settings. Do you want to fix them?</source>
        <translation>De instellingen voor dubbelzijdig gaan niet samen. Wilt u ze herstellen?</translation>
    </message>
    <message>
        <source>Options 'Pages Per Sheet' and 'Page Set' cannot be used together.
Please turn one of those options off.</source>
        <translation>‘Bladzijden per blad’ en ‘Welke bladzijden’ gaan niet samen.
Zet een van de twee uit.</translation>
    </message>
    <message>
        <source>File %1 is not writable.
Please choose a different file name.</source>
        <translation>Het bestand %1 is niet te beschrijven.
Kies een andere naam.</translation>
    </message>
    <message>
        <source>Job Options</source>
        <translation>Opties van de opdracht</translation>
    </message>
    <message>
        <source>Page Setup Conflicts</source>
        <translation>Instellingen van de bladzijde gaan niet samen</translation>
    </message>
    <message>
        <source>Advanced Option Conflicts</source>
        <translation>Geavanceerde opties gaan niet samen</translation>
    </message>
    <message>
        <source>There are conflicts in page setup options. Do you want to fix them?</source>
        <translation>Instellingen van de bladzijde gaan niet samen. Wilt u ze herstellen?</translation>
    </message>
    <message>
        <source>There are conflicts in some advanced options. Do you want to fix them?</source>
        <translation>Geavanceerde opties gaan niet samen. Wilt u ze herstellen?</translation>
    </message>
    <message>
        <source>There are conflicts in some options. Please fix them.</source>
        <translation>Sommige opties gaan niet samen. Verander ze eerst.</translation>
    </message>
</context>
<context>
    <name>QPrintPropertiesWidget</name>
    <message>
        <source>There are conflicts in some options. Please fix them.</source>
        <translation>Sommige opties gaan niet samen. Verander ze eerst.</translation>
    </message>
</context>
</TS>
