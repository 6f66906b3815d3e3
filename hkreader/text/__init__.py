"""From a file to a `Report`: encodings, noise, masks, outline, sentences, glossary, facts."""
