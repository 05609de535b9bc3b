"""One file a vendor: a Protocol, the real client, an in-memory double."""
