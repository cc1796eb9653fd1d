# English texts of mtvp, in plain words: the example plans beside a regioplan. The Dutch texts are in ../nl/test.ftl.
