"""The parts of the page on regulatory costs, a file each."""
