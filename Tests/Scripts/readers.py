"""What the scripts that give our files to other programs share."""
import os

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OMEGAT = "/usr/share/omegat/OmegaT.jar"


def program():
    """The songngu to be checked: of SONGNGU_PATH, else of the release, else of the debug build."""
    for folder in (os.environ.get("SONGNGU_PATH", ""), ".build/release", ".build/debug"):
        path = os.path.join(ROOT, folder, "songngu")
        if folder and os.path.exists(path):
            return path
    raise SystemExit("build songngu first")
