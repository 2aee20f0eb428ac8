"""The app: Streamlit screens on top of ``assess`` and the reports."""
