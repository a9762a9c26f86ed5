"""What the search finds in a text, and what it lets pass."""

import gc
import weakref

import pytest

from beraad.disclosure.audience import Facilitator, File, Reader, Room
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.leaks import LeakSearch
from beraad.disclosure.watch.words import watch_words
from beraad.terms import Strength
from tests.disclosure.small_cases import agreement, case, detail, meeting, people, statement

YOUSEF = Reader("yousef")


def tells(kind: str, value: str, text: str) -> bool:
    """Whether `text` tells Yousef this hidden detail of Rima."""
    search = LeakSearch(case(people=people(rima=[detail(kind, value)])))
    return bool(search.told_by(text, YOUSEF))


def asks(kind: str, value: str, text: str) -> bool:
    """Whether `text` only may tell Yousef this hidden detail of Rima: that is asked, and nothing withheld."""
    search = LeakSearch(case(people=people(rima=[detail(kind, value)])))
    return [item.strength for item in search.told(text)] == [Strength.POSSIBLE]


def gives_away(secret: str, text: str) -> bool:
    """Whether `text` tells Yousef this secret phrase."""
    search = LeakSearch(case(secrets=[{"text": secret, "visible_to": ["rima"]}]))
    return bool(search.told_by(text, YOUSEF))


@pytest.mark.parametrize(
    "text",
    [
        "Bel 06 7700 1101.",
        "Bel 0677001101!",
        "06-77001101",
        "06.7700.1101",
        "06/7700/1101",
        "(06) 7700 1101",
        "06 77 00 11 01",
        "+31 6 7700 1101",
        "+31677001101",
        "+31 (0)6 7700 1101",
        "0031 6 7700 1101",
        "0031677001101",
        "tel:+31-6-7700-1101",
        "bel7700 1101 en vraag",
        "haar nummer zonder 06 is 7700 1101",
        "٠٦ ٧٧٠٠ ١١٠١",
        "０６ ７７００ １１０１",
        "𝟘𝟞 𝟟𝟟𝟘𝟘 𝟙𝟙𝟘𝟙",
        "0\u200b6 77\u200d00 11\ufeff01",
        "\u202e06 7700 1101\u202c",
        "06\u3164 77\u115f00 1101",
        "0\ufe0f\u20e36\ufe0f\u20e3 7700 1101",
        "O6 77OO 11O1",
        "06 77oo llO1",
        "06 7700\n1101",
        "06 _7700_ *1101*",
    ],
)
def test_a_mobile_number_is_found_however_it_is_written(text: str) -> None:
    assert tells("phone", "06 7700 1101", text)


@pytest.mark.parametrize(
    "stored",
    ["+31 6 7700 1101", "0031677001101", "+31 (0)6 7700 1101", "31677001101", "٠٦٧٧٠٠١١٠١", "06-77001101"],
)
def test_a_number_is_found_however_it_was_stored(stored: str) -> None:
    assert tells("phone", stored, "Bel 06 7700 1101.")


@pytest.mark.parametrize(
    "stored",
    [
        "06 7700 1101 (alleen na 18 uur)",
        "06 7700 1101 (18-22 uur)",
        "mobiel 06 7700 1101, thuis 0165 555 201",
        "0165 555 201 of 06 7700 1101",
        "0165 555 201 / 06 7700 1101",
        "0165555201/0677001101",
        "0165 555 201 06 7700 1101",
    ],
)
def test_each_number_of_a_detail_with_more_in_it_is_found(stored: str) -> None:
    assert tells("phone", stored, "Bel 06 7700 1101.")


@pytest.mark.parametrize("number", ["112", "0800-2000", "113", "0900-8844", "0800 0432", "+31 800 2000"])
def test_a_number_that_everybody_may_call_is_never_watched(number: str) -> None:
    for kind in ("phone", "other", "address"):
        assert watch_words(kind, number) == ()
        search = LeakSearch(case(people=people(rima=[detail(kind, number)])))
        assert search.told(f"Bel {number} of 1-1-2 bij gevaar.") == ()
    search = LeakSearch(case(secrets=[{"text": number, "visible_to": ["rima"]}]))
    assert search.told(f"Bel {number} bij gevaar.") == ()


@pytest.mark.parametrize(
    ("hidden", "text"),
    [
        ("06 0800 2000", "Bel Veilig Thuis, 0800-2000, dag en nacht."),
        ("06 0800 2000", "06 zit in mijn hoofd, 0800 2000 is gratis"),
        ("06 1234 8844", "Bel de politie: 0900 8844."),
        ("0165 002 000", "Bel 0800 2000."),
        ("06 1208 0020 (nieuw)", "Bel 112, 0800-2000 of 113."),
    ],
)
def test_a_number_that_everybody_may_call_is_none_of_a_hidden_one(hidden: str, text: str) -> None:
    assert LeakSearch(case(people=people(rima=[detail("phone", hidden)]))).told(text) == ()


def test_a_hidden_number_that_holds_a_public_one_is_found_as_a_whole() -> None:
    assert tells("phone", "06 0800 2000", "Bel 06 0800 2000.")
    assert tells("phone", "06 1120 1133", "06-1120 1133 of 112")


@pytest.mark.parametrize(
    ("hidden", "text"),
    [
        ("06 1835 2015", "Hij belt tussen 18:35 en 20:15."),
        ("06 1835 2015", "Op maandag om 18:35, dinsdag om 20:15 uur."),
        ("06 1835 2015", "van 18.35 uur tot 20.15 uur"),
        ("06 1835 2015", "om 18.35 en om 20.15"),
        ("06 1207 2026", "Op 12-07-2026 is de bijeenkomst."),
        ("06 1207 2026", "Op 12/07/2026 om tien uur."),
        ("0165 207 202", "Op 20 juli 2026."),
        ("06 2018 2013", "In 2018 en 2013 was er ook ruzie."),
        ("06 1250 1750", "Het kost € 1250, en later 1750 euro."),
        ("076 555 1234", "Zij gaf een 5, een 5, een 5, en na 1 dag 2, 3 weken later een 4."),
        ("06 7700 1101", "Op maandag 11 januari, van 7 naar 7, om 11:01 uur."),
        ("06 7700 1101", "Zij kreeg 1101 euro."),
    ],
)
def test_hours_dates_amounts_and_marks_are_none_of_a_hidden_number(hidden: str, text: str) -> None:
    assert not tells("phone", hidden, text)


@pytest.mark.parametrize(
    "text",
    [
        "06 18:35 20:15",
        "06-18.35.20.15",
        "haar nummer is 1835 2015",
        "06 en dan 1835 en dan 2015",
        "om 18:35 belt ze met 06 1835 2015",
    ],
)
def test_a_number_that_looks_like_hours_is_found_all_the_same(text: str) -> None:
    assert tells("phone", "06 1835 2015", text)


@pytest.mark.parametrize(
    ("secret", "text"),
    [
        ("werking", "De samenwerking met school loopt goed."),
        ("maan", "Maandag praten we verder."),
        ("week", "We zien elkaar in de weekenden."),
        ("vlinder", "Hij had een vlindermes bij zich."),
        ("kanarie", "Zij draagt een kanariegele jas."),
        ("ster", "Een sterk netwerk."),
        ("paraplu", "de paraplubak"),
        ("paraplu", "een regenparaplu"),
    ],
)
def test_a_word_that_only_holds_a_secret_one_is_not_held(secret: str, text: str) -> None:
    assert not gives_away(secret, text)


@pytest.mark.parametrize(
    ("secret", "text", "is_asked"),
    [
        ("paraplu", "de paraplubak", True),
        ("paraplu", "een regenparaplu", True),
        ("werking", "De samenwerking met school loopt goed.", False),
        ("maan", "Maandag praten we verder.", False),
    ],
)
def test_a_word_that_is_made_with_a_secret_one_is_asked_about(secret: str, text: str, is_asked: bool) -> None:
    search = LeakSearch(case(secrets=[{"text": secret, "visible_to": ["rima"]}]))
    assert [item.strength for item in search.told(text)] == [Strength.POSSIBLE] * is_asked


@pytest.mark.parametrize(
    ("secret", "text"),
    [
        ("werking", "Over de werkingen."),
        ("vlinder", "vlindertjes"),
        ("spaarrekening", "een spaarrekeningetje"),
        ("schip", "twee scheepjes"),
        ("pannenkoek", "Zij appt: pannekoeken?"),
        ("codewoord paraplu", "Zij appt paraplu."),
        ("onderduiken", "Zij is ondergedoken."),
        ("scheiding aanvragen", "Zij vraagt in mei de scheiding aan."),
        ("zwanger", "de zwangerschap"),
        ("5 augustus vrij", "Zij is 5 aug vrij."),
    ],
)
def test_a_form_of_a_secret_word_is_held(secret: str, text: str) -> None:
    assert gives_away(secret, text)


@pytest.mark.parametrize(
    ("kind", "hidden", "text"),
    [
        ("school", "De Wissel", "De wissel van de wacht is om acht uur."),
        ("school", "OBS De Brug", "Oma slaat een brug tussen de families."),
        ("work", "tuincentrum De Bosrand", "We liepen langs de bosrand."),
        ("address", "Markt 3, Breda", "De markt is dicht."),
        ("email", "kees@molenaars-zoon.nl", "Mail naar lisa@molenaars-zoon.nl"),
        ("school", "Adamschool", "Adam is rustiger."),
        ("other", "sporten: Fitclub Noord, dinsdag", "Op dinsdag is er zwemles."),
    ],
)
def test_an_ordinary_word_where_no_place_stands_is_not_asked_about(kind: str, hidden: str, text: str) -> None:
    assert LeakSearch(case(people=people(rima=[detail(kind, hidden)]))).told(text) == ()


@pytest.mark.parametrize(
    ("kind", "hidden", "text"),
    [
        ("phone", "06-78330951/52", "Bel 0678330952."),
        ("address", "Kerkhoflaan 28b", "op nr 28b aan de Kerkhoflaan"),
        ("address", "IJsselmeerkade 5 Hoorn", "ysselmeerkade 5"),
        ("address", "Churchilllaan 233", "Churchillaan 233"),
        ("address", "Kölner Straße 45, Kleve", "Koelner Str. 45"),
        ("address", "Postbus 4403 Arnhem", "naar pb 4403"),
        ("address", "Beemdweg 42-17", "Beemdweg 4217"),
        ("address", "Stichting Huis ter Linden", "in ter Linden"),
        ("address", "Woonboot De Vrouwe Jacoba, Sneek", "op de Vrouwe Jacoba"),
        ("email", "rima+geheim@example.nl", "rima@example.nl"),
        ("email", "rima.h@werkmail.nl", "rima.h@werkmail"),
    ],
)
def test_other_ways_to_write_it_are_found(kind: str, hidden: str, text: str) -> None:
    assert tells(kind, hidden, text)


@pytest.mark.parametrize("text", ["0165 555 201", "0165-555201", "bel 555 201", "+31 165 555201"])
def test_a_fixed_line_is_found_with_and_without_the_code_of_the_town(text: str) -> None:
    assert tells("phone", "0165 555 201", text)


@pytest.mark.parametrize("text", ["0470 12 34 56", "+32 470 12 34 56", "0032470123456"])
def test_a_foreign_number_is_found_as_it_is_dialled_at_home(text: str) -> None:
    assert tells("phone", "+32 470 12 34 56", text)


@pytest.mark.parametrize(
    "text", ["Bel 112.", "06 7700 1102", "om 11:01 uur", "7700", "0800-2000", "1555 2013 4"]
)
def test_another_number_is_let_pass(text: str) -> None:
    assert not tells("phone", "06 7700 1101", text)
    assert not tells("phone", "0165 555 201", text)


@pytest.mark.parametrize(
    "text",
    [
        "Zij woont op Lindestraat 14.",
        "lindestraat  14",
        "LINDESTRAAT14",
        "Lindestraat nr. 14",
        "Lindestraat nummer 14",
        "Lindestraat, huisnummer 14",
        "Lindestraat op 14",
        "Lindestr. 14",
        "Linde str 14",
        "Linde-\nstraat 14",
        "14 Lindestraat",
        "Lindestraat 14a",
        "Lindestraat 14-2",
        "Lindestraat 14 bis",
        "Línðestraat 14".replace("ð", "d"),
        "Lin\u00addestraat veertien",
        "op nummer 14 in de Lindestraat",
        "postcode 4701 AB",
        "4701ab",
        "4701-AB",
    ],
)
def test_an_address_is_found_however_it_is_written(text: str) -> None:
    assert tells("address", "Lindestraat 14, 4701 AB Roosendaal", text)


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("Lindestr. 14", "Lindestraat 14"),
        ("14 Lindestraat", "Lindestraat 14"),
        ("Lindestraat 14 Roosendaal", "Lindestraat 14"),
        ("Lindestraat 14A", "Lindestraat 14"),
        ("Burgemeester Prinsenlaan 20", "op Prinsenlaan 20"),
        ("Burgemeester Prinsenlaan 20", "Burg. Prinsenln 20"),
        ("Kade 77, Bergen op Zoom", "Kade 77"),
        ("Kade 77, Bergen op Zoom", "Kade 77b"),
        ("Kade 77, Bergen op Zoom", "de Kade, op 77"),
        ("Kade 77, Bergen op Zoom", "77, Kade"),
        ("2e Lindestraat 14", "2e Lindestraat 14"),
        ("Plein 1940 12", "Plein 1940, nr 12"),
        ("opvanghuis De Haven", "opvanghuis de haven"),
    ],
)
def test_an_address_is_found_however_it_was_stored(stored: str, text: str) -> None:
    assert tells("address", stored, text)


@pytest.mark.parametrize(
    ("kind", "stored", "text"),
    [
        ("address", "Lindestraat 14, 4701 AB Roosendaal", "de Lindestraat"),
        ("address", "Lindestraat 14, 4701 AB Roosendaal", "in het Lindestraatje"),
        ("address", "Lindestraat", "bij de Lindestraat"),
        ("address", "Burgemeester Prinsenlaan 20", "op de Prinsenlaan"),
        ("school", "Basisschool De Watermolen", "op de watermolen"),
        ("phone", "06 7700 1101", "het eindigt op 1101"),
        ("work", "bakkerij Van Hees, Markt 3", "Sanne gaat naar de markt op 3 november."),
    ],
)
def test_a_street_alone_an_ordinary_word_and_a_part_of_a_number_are_asked_about(
    kind: str, stored: str, text: str
) -> None:
    assert asks(kind, stored, text)
    assert not tells(kind, stored, text)


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("Kade 77, Bergen op Zoom", "Kade 7"),
        ("Kade 77, Bergen op Zoom", "Kade 770"),
        ("Kade 77, Bergen op Zoom", "177 kadeaus"),
        ("Kade 77, Bergen op Zoom", "in Bergen op Zoom"),
        ("Kade 1, Bergen op Zoom", "Kade 14"),
        ("Lindestraat 14, 4701 AB Roosendaal", "4701 abrikozen"),
        ("Lindestraat 14, 4701 AB Roosendaal", "4701 AC"),
        ("Lindestraat 14, Roosendaal", "de linde in de straat"),
        ("Lindestraat 14, Roosendaal", "politie Roosendaal"),
    ],
)
def test_another_address_is_let_pass(stored: str, text: str) -> None:
    assert not tells("address", stored, text)


@pytest.mark.parametrize(
    ("kind", "stored", "text"),
    [
        ("school", "basisschool De Watermolen", "Adam zit op De Watermolen"),
        ("school", "Basisschool De Watermolen", "op basisschool de watermolen"),
        ("school", "basisschool De Watermolen (groep 4)", "basisschool De Watermolen"),
        ("school", "De Watermolen", "Adam gaat naar Watermolen"),
        ("work", "bakkerij Van Hees, Markt 3", "bij van Hees"),
        ("work", "bakkerij Van Hees, Markt 3", "op de Markt, nummer 3"),
        ("work", "Albert Heijn - Kade 12", "albert-heijn"),
        ("email", "rima.h@example.nl", "Mail RIMA.H@example.nl"),
        ("email", "rima.h@example.nl", "rima.h [at] example.nl"),
        ("email", "rima.h@example.nl", "rima.h apenstaartje example.nl"),
        ("other", "@rima94", "Zij heet rima94 daar"),
        ("other", "signal 06 7700 1101", "06-77001101"),
    ],
)
def test_other_details_are_found(kind: str, stored: str, text: str) -> None:
    assert tells(kind, stored, text)


@pytest.mark.parametrize(
    ("kind", "stored", "text"),
    [
        ("school", "school Roosendaal", "politie Roosendaal"),
        ("work", "bakkerij Van Hees, Markt 3", "Hij gaat naar de bakkerij."),
        ("school", "De Linde", "onder een linde"),
        ("phone", "112", "bel 1120"),
        ("address", "Dam 2", "Ik heb op de dam 2 uur gewacht."),
        ("work", "Plein 5", "De kinderen mogen op het plein 5 minuten spelen."),
        ("phone", "", "bel 112"),
        ("address", " ", "hier"),
        ("other", "", "hier"),
    ],
)
def test_ordinary_words_are_let_pass(kind: str, stored: str, text: str) -> None:
    assert not tells(kind, stored, text)


@pytest.mark.parametrize(
    "text",
    [
        "Zij appt paraplu.",
        "PARAPLU",
        "paraplu's",
        "parapluutjes",
        "para-plu",
        "p a r a p l u",
        "pa\u200brap\u00adlu",
        "páraplü",
        "ｐａｒａｐｌｕ",
    ],
)
def test_a_secret_word_is_found(text: str) -> None:
    assert gives_away("paraplu", text)


def test_a_secret_of_more_words_is_found_over_a_line_end() -> None:
    assert gives_away("tas bij de buren", "De tas\nbij  de buren staat klaar")


def test_a_secret_picture_is_found() -> None:
    assert gives_away("🌂", "Zij stuurt 🌂\ufe0f naar Samira")
    assert not gives_away("🌂", "Zij stuurt ☀ naar Samira")


@pytest.mark.parametrize(
    ("secret", "text"),
    [("deur", "de urenlijst"), ("tent", "het entreegeld"), ("tas", "Tasmanië"), ("", "niets")],
)
def test_a_secret_is_not_read_out_of_other_words(secret: str, text: str) -> None:
    assert not gives_away(secret, text)


def test_everybody_may_have_the_own_details() -> None:
    search = LeakSearch(case(people=people(rima=[detail("phone", "06 7700 1101")])))
    assert not search.told_by("06 7700 1101", Reader("rima"))


def test_who_lives_there_too_may_read_the_address() -> None:
    home = detail("address", "Lindestraat 14")
    search = LeakSearch(
        case(people=people(rima=[home], yousef=[detail("address", "lindestraat 14, Roosendaal")]))
    )
    assert not search.told_by("thuis op Lindestraat 14", YOUSEF)
    assert search.told_by("thuis op Lindestraat 14", Reader("noor"))


def test_a_number_that_was_given_to_the_wrong_person_is_found_all_the_same() -> None:
    number = detail("phone", "06 7700 1101")
    search = LeakSearch(case(people=people(rima=[number], yousef=[number])))
    assert [item.owner for item in search.told_by("06 7700 1101", YOUSEF)] == ["rima"]


def test_who_lives_in_the_same_street_may_not_read_the_number() -> None:
    search = LeakSearch(
        case(people=people(rima=[detail("address", "Kade 14")], yousef=[detail("address", "Kade 3")]))
    )
    assert search.told_by("op Kade 14", YOUSEF)


def test_the_facilitator_and_the_file_are_told_everything() -> None:
    search = LeakSearch(case(people=people(rima=[detail("phone", "06 7700 1101")])))
    assert not search.told_by("06 7700 1101", Facilitator())
    assert not search.told_by("06 7700 1101", File())


def test_in_a_room_one_who_may_not_know_is_enough() -> None:
    search = LeakSearch(case(people=people(rima=[detail("phone", "06 7700 1101", ["noor"])])))
    assert not search.told_by("06 7700 1101", Room(frozenset({"rima", "noor"})))
    assert search.told_by("06 7700 1101", Room(frozenset({"rima", "noor", "yousef"})))
    assert search.told_by("06 7700 1101", Room(frozenset()))


def test_a_number_written_half_in_one_field_and_half_in_the_next_is_found() -> None:
    step = {"order": 1, "text": "Bel Rima: 06 7700", "number": "1101"}
    content = case(meeting(emergency=[step]), people=people(rima=[detail("phone", "06 7700 1101")]))
    leaks = Disclosure(content, content.meetings[0]).copy(YOUSEF).leaks
    assert [str(leak.place) for leak in leaks] == ["meetings/b1/emergency/1"]


def test_a_step_is_named_by_its_place_on_the_page_whatever_number_the_case_file_gave_it() -> None:
    steps = [{"order": 0, "text": "Bel Rima: 06 7700 1101"}, {"order": 7, "text": "Of bel 06 7700 1101"}]
    content = case(meeting(emergency=steps), people=people(rima=[detail("phone", "06 7700 1101")]))
    leaks = Disclosure(content, content.meetings[0]).copy(YOUSEF).leaks
    assert [str(leak.place) for leak in leaks] == [
        "meetings/b1/emergency/1/text",
        "meetings/b1/emergency/2/text",
    ]


def test_a_leak_names_the_field_it_stands_in_and_only_that() -> None:
    plan = meeting(
        statements=[statement("s1"), statement("s2", "Rima woont op Kade 14.")],
        agreements=[agreement("a1", measured_by="Noor belt.", fallback="Ga naar Kade 14.")],
    )
    content = case(plan, people=people(rima=[detail("address", "Kade 14")]))
    leaks = Disclosure(content, content.meetings[0]).copy(YOUSEF).leaks
    assert {str(leak.place) for leak in leaks} == {
        "meetings/b1/statements/s2/text",
        "meetings/b1/agreements/a1/fallback",
    }


class Typed(str):
    """A text of which can be told whether somebody still keeps it."""

    __slots__ = ("__weakref__",)


def test_of_three_hours_of_typing_the_search_remembers_the_last_texts_alone() -> None:
    search = LeakSearch(case(people=people(rima=[detail("phone", "06 7700 1101")])))
    kept: weakref.WeakSet[Typed] = weakref.WeakSet()
    for number in range(5_000):
        text = Typed(f"Op dag {number} liep iemand boos weg.")
        kept.add(text)
        search.told(text)
    del text
    gc.collect()
    assert 0 < len(kept) <= 2_000
