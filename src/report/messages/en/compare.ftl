# English texts of mtvp, in plain words: comparing two regioplannen. The Dutch texts are in ../nl/compare.ftl.
