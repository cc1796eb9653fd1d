# Nederlandse teksten van mtvp, taalniveau B1: de voorbeeldplannen bij een regioplan. De Engelse teksten staan in ../en/test.ftl.
