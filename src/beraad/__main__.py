"""`python -m beraad`: the same as the command `beraad`."""

import sys

from beraad.cli import main

sys.exit(main())
