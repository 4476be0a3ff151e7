using System.Globalization;
using System.Text;
using Interlock.Core.Randomness;

namespace Interlock.Cli.Tests.EndToEnd;

/// <summary>Small recordings with something to find in them, the same ones every time.</summary>
internal static class SyntheticRecording
{
    /// <summary>A csv file with an episode column and three channels: two smooth ones and a gripper that opens and closes.</summary>
    public static string Csv(int episodes, int steps, ulong seed = 3)
    {
        SeededRandom random = new(seed);
        StringBuilder text = new("episode,pan,lift,gripper\n");
        for (int episode = 0; episode < episodes; episode++)
        {
            double phase = random.NextDouble(0, 6);
            for (int step = 0; step < steps; step++)
            {
                double pan = (40 * Math.Sin(phase + (0.05 * step))) + random.NextNormal();
                double lift = (20 * Math.Cos(phase - (0.03 * step))) + random.NextNormal();
                text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{episode},{pan:R},{lift:R},{(step % 40 < 20 ? 0 : 100)}"));
            }
        }

        return text.ToString();
    }

    /// <summary>A contract for <see cref="Csv"/>.</summary>
    /// <param name="reach">Bound of pan and lift.</param>
    /// <param name="step">Step limit of both.</param>
    public static string Contract(double reach = 30, double step = 2) => string.Create(CultureInfo.InvariantCulture, $$"""
        interlock: contract/1
        name: bench
        rate_hz: 30
        action: { space: joint_position, reference: absolute }
        channels:
          - { name: pan, role: joint, unit: deg, min: -{{reach}}, max: {{reach}}, max_step: {{step}} }
          - { name: lift, role: joint, unit: deg, min: -{{reach}}, max: {{reach}}, max_step: {{step}} }
          - { name: gripper, role: gripper, unit: percent, min: 0, max: 100 }
        mode: clip
        """);
}
