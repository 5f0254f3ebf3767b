"""Be one worker: `python -m paperdesk.pdfworker`, started by the pool."""

import sys

from paperdesk.pdfworker.child import main

sys.exit(main(sys.argv[1:]))
