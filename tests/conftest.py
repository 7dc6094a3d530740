"""What all tests stand on, however they are begun."""

import signal

from hypothesis import settings

# On a busy machine a slow example is no fault.
settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")

# Programs begun in the background ignore Ctrl-C, and so would all that the tests begin.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
