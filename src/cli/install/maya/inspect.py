"""Run in a mayapy whose Maya is not started, which takes a second and no licence: what it is, and what it finds of ours
in a folder of packages. Prints one line of JSON behind a mark.
"""

import json
import sys
import sysconfig

PACKAGES = "@given@"


def version():
    # Told before Maya is started too; a mayapy that does not is known by its folder.
    try:
        from maya.api import OpenMaya

        return str(OpenMaya.MGlobal.mayaVersion())
    except Exception:
        return None


def package():
    sys.path.insert(0, PACKAGES)
    try:
        import scenewire._native
    except ImportError as error:
        return {"version": None, "error": f"{type(error).__name__}: {error}"}
    return {"version": scenewire._native.__version__, "error": None}


def report():
    return {
        "version": version(),
        "python": list(sys.version_info[:3]),
        "platform": sysconfig.get_platform(),
        "package": package(),
    }


print("\nscenewire-report " + json.dumps(report()), flush=True)
