using Interlock.Core.Randomness;
using Interlock.Simulation.Arm;

namespace Interlock.Simulation.Tests.Arm;

internal static class Configurations
{
    public static double[] Anywhere(SeededRandom random) =>
        [.. TableArm.Description.Joints.Select(joint => random.NextDouble(joint.MinRad, joint.MaxRad))];
}
