"""What can go wrong with a store."""


class StoreError(Exception):
    """A store that cannot be read or written: what happened, where, and what to do."""


class StoreLockedError(StoreError):
    """Another process is writing to the store."""


class StoreReadOnlyError(StoreError):
    """The store, or the folder it is in, may not be written."""


class StoreDamagedError(StoreError):
    """The store is not what was written to it: `onrecord repair` saves what is sound."""
