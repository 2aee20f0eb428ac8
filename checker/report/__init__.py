"""An Assessment becomes a file to send or keep."""
