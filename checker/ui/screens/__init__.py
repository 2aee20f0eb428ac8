"""One file a page. Streamlit runs such a file from top to bottom each time the page is drawn."""
