"""The final text of a regulation as a document of the State or of the Party, with the layout that its date asks for."""
