"""Chart A as matplotlib draws it, answered as a CGI script would.

Without pyplot, as matplotlib's manual advises for web servers, and as is fastest.
"""

import sys

from matplotlib.figure import Figure

angles = [
    0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.4, 2.6, 2.8, 3, 3.2, 3.4, 3.6, 3.8,
    4, 4.2, 4.4, 4.6, 4.8, 5, 5.2, 5.4, 5.6, 5.8, 6, 6.2, 6.4, 6.6, 6.8, 7, 7.2, 7.4, 7.6, 7.8,
    8, 8.2, 8.4, 8.6, 8.8, 9, 9.2, 9.4, 9.6, 9.8,
]
sines = [
    0, 0.199, 0.389, 0.565, 0.717, 0.841, 0.932, 0.985, 1, 0.974, 0.909, 0.808, 0.675, 0.516,
    0.335, 0.141, -0.058, -0.256, -0.443, -0.612, -0.757, -0.872, -0.952, -0.994, -0.996,
    -0.959, -0.883, -0.773, -0.631, -0.465, -0.279, -0.083, 0.117, 0.312, 0.494, 0.657, 0.794,
    0.899, 0.968, 0.999, 0.989, 0.941, 0.855, 0.734, 0.585, 0.412, 0.223, 0.025, -0.174, -0.366,
]
cosines = [
    1, 0.98, 0.921, 0.825, 0.697, 0.54, 0.362, 0.17, -0.029, -0.227, -0.416, -0.589, -0.737,
    -0.857, -0.942, -0.99, -0.998, -0.967, -0.897, -0.791, -0.654, -0.49, -0.307, -0.112, 0.087,
    0.284, 0.469, 0.635, 0.776, 0.886, 0.96, 0.997, 0.993, 0.95, 0.869, 0.754, 0.608, 0.439,
    0.251, 0.054, -0.146, -0.339, -0.519, -0.679, -0.811, -0.911, -0.975, -1, -0.985, -0.93,
]

figure = Figure(figsize=(8, 4), dpi=100)
axes = figure.subplots()
axes.plot(angles, sines, label="sin(x)")
axes.plot(angles, cosines, label="cos(x)")
axes.set(title="Sine and cosine", xlabel="Angle (radians)", ylabel="Value")
axes.grid()
axes.legend()

sys.stdout.buffer.write(b"Content-Type: image/png\n\n")
figure.savefig(sys.stdout.buffer, format="png")
