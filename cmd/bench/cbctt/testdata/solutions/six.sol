law big 0 0
law big 0 1
law small 1 0
drive small 0 2
drive big 1 1
radio big 0 2
radio small 1 1
first small 1 2
