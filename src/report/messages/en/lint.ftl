# English texts of mtvp, in plain words: remarks about the rules of a regioplan. The Dutch texts are in ../nl/lint.ftl.
