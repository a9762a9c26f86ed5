"""Makes this checkout ready: its own environment, the system libraries of Qt, and the tools of the tests.

Run by make with the system's Python, with nothing installed yet: `prepare.py run` or `prepare.py test`.
Where it may install system packages (as root on Debian and its kin) it does; elsewhere it names them in one
line.
Ends with 1 when the program cannot work without what is missing.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
ENVIRONMENT = CHECKOUT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
OLDEST = (3, 11)

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXext.so.6": "libxext6",
    "libatomic.so.1": "libatomic1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libICE.so.6": "libice6",
    "libnspr4.so": "libnspr4",
    "libnss3.so": "libnss3",
    "libSM.so.6": "libsm6",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xinput.so.0": "libxcb-xinput0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""A library of the system → the Debian package that has it."""

TOOLS = {
    "xvfb-run": ["xvfb", "xauth"],
    "Xorg": ["xserver-xorg-core", "xserver-xorg-video-dummy"],
    "xrandr": ["x11-xserver-utils"],
    "openbox": ["openbox"],
    "xdotool": ["xdotool"],
    "pdftoppm": ["poppler-utils"],
    "/usr/libexec/at-spi-bus-launcher": ["at-spi2-core", "dbus-daemon", "gir1.2-atspi-2.0", "python3-gi"],
    "cupsd": ["cups", "cups-client", "printer-driver-cups-pdf"],
}
"""A tool that some tests use → its Debian packages. Without one those tests are left out, and say so."""

QT_PARTS = (
    "Qt{Core,Gui,Widgets,Svg,SvgWidgets,Pdf,PdfWidgets,PrintSupport}.abi3.so",
    "Qt/plugins/platforms/libq{xcb,offscreen}.so",
    "Qt/plugins/xcbglintegrations/*.so",
    "Qt/plugins/printsupport/*.so",
    "Qt/plugins/{imageformats,iconengines}/*svg*.so",
)
"""What the program loads of Qt, below the folder of PySide6."""


def main(purpose: str) -> int:
    """Make ready for `run` or `test`."""
    if sys.version_info < OLDEST:
        return _stop(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}.")
    if not _can_install() and not _make_environment():
        return _stop("Python cannot make an environment. Start again after: sudo apt install python3-venv")
    print("Installing Beraad into .venv …", flush=True)
    wanted = f"{CHECKOUT}[dev]" if purpose == "test" else str(CHECKOUT)
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", wanted]
    if subprocess.run(pip, check=False).returncode:
        return _stop("The Python packages could not be installed; pip says why above.")
    if purpose == "test":
        _provide_tools()
    return _provide_libraries()


def _can_install() -> bool:
    """Whether there is an environment with pip in it; one that uv made has none."""
    pip = [PYTHON, "-m", "pip", "--version"]
    return PYTHON.exists() and subprocess.run(pip, capture_output=True, check=False).returncode == 0


def _make_environment() -> bool:
    print("Making the environment .venv …", flush=True)
    command = [sys.executable, "-m", "venv", ENVIRONMENT]
    if subprocess.run(command, capture_output=True, check=False).returncode == 0:
        return True
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    return _install(["python3-venv"]) and subprocess.run(command, check=False).returncode == 0


def _provide_tools() -> None:
    """Nothing is lost without them but the tests that use them."""
    missing = [
        package
        for tool, packages in TOOLS.items()
        if not shutil.which(tool, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
        for package in packages
    ]
    if missing and not _install(missing):
        print(
            f"Some tests will be left out. To run those too: sudo apt install {' '.join(missing)}", flush=True
        )


def _provide_libraries() -> int:
    missing = _missing_libraries()
    packages = sorted({LIBRARIES[library] for library in missing if library in LIBRARIES})
    if packages and _install(packages):
        missing = _missing_libraries()
    if not missing:
        return 0
    named = sorted({LIBRARIES.get(library, library) for library in missing})
    return _stop(f"Qt misses libraries of the system. Start again after: sudo apt install {' '.join(named)}")


def _missing_libraries() -> set[str]:
    """What the loader cannot find of all that the used parts of Qt are linked with, such as `libEGL.so.1`."""
    if sys.platform != "linux" or not shutil.which("ldd"):
        return set()
    where = "import importlib.util as u; print(*u.find_spec('PySide6').submodule_search_locations)"
    found = subprocess.run([PYTHON, "-c", where], capture_output=True, text=True, check=True).stdout.strip()
    parts = [part for pattern in QT_PARTS for one in _spelled_out(pattern) for part in Path(found).glob(one)]
    told = subprocess.run(["ldd", *parts], capture_output=True, text=True, check=False).stdout
    return set(re.findall(r"^\s*(\S+) => not found", told, re.MULTILINE))


def _spelled_out(pattern: str) -> list[str]:
    """`a{b,c}` → `ab`, `ac`."""
    choice = re.search(r"\{(.*?)\}", pattern)
    return [pattern.replace(choice[0], one) for one in choice[1].split(",")] if choice else [pattern]


def _install(packages: list[str]) -> bool:
    """Install Debian packages; False where this user or this system cannot."""
    if not (shutil.which("apt-get") and os.geteuid() == 0):
        return False
    print(f"Installing from Debian: {' '.join(packages)} …", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "-qq", "update"],
        ["apt-get", "-qq", "install", "--yes", "--no-install-recommends", *packages],
    ):
        outcome = subprocess.run(command, env=quiet, capture_output=True, text=True, check=False)
        if outcome.returncode:
            print(outcome.stderr, file=sys.stderr, flush=True)
            return False
    return True


def _stop(sentence: str) -> int:
    print(sentence, file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
