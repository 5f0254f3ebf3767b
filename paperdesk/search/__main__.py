"""Be the index process: `python -m paperdesk.search`."""

import sys

from paperdesk.search.child import main

sys.exit(main(sys.argv[1:]))
