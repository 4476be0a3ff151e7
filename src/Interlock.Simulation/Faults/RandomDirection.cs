using Interlock.Core.Randomness;

namespace Interlock.Simulation.Faults;

/// <summary>Directions in joint space, uniform on the unit sphere.</summary>
internal static class RandomDirection
{
    public static double[] Of(int dimension, SeededRandom random)
    {
        double[] direction = new double[dimension];
        double squares = 0;
        for (int i = 0; i < dimension; i++)
        {
            direction[i] = random.NextNormal();
            squares += direction[i] * direction[i];
        }

        double length = Math.Sqrt(squares);
        return [.. direction.Select(component => component / length)];
    }
}
