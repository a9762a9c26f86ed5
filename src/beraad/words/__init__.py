"""The words for the terms of the method: plain Dutch (B1), for the windows and the command line alike."""
