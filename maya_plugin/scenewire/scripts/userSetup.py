"""Run by Maya at every start, in its own namespace, beside the `userSetup.py` of others: it asks for a turn when Maya
is up, and so takes none of the start.
"""

import scenewire_maya.startup

scenewire_maya.startup.when_idle()
