"""The statute book: what is usual in regulations, and a scan of every text in a folder."""
