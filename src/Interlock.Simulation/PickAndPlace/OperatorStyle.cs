using Interlock.Core.Randomness;
using Interlock.Simulation.Geometry;

namespace Interlock.Simulation.PickAndPlace;

/// <summary>How one operator happens to move in one episode: pace, heights and aim differ as they do between human demonstrations.</summary>
internal sealed class OperatorStyle(SeededRandom random)
{
    private const double PaceSpread = 0.10;
    private const double StageSpread = 0.12;
    private const double HeightSpreadM = 0.015;
    private const double AimDeviationM = 0.002;
    private const double SlowestFactor = 1.4;
    private const double FastestFactor = 0.75;

    private readonly double _pace = 1 + (PaceSpread * random.NextDouble(-1, 1));

    public double Duration(double typicalS)
    {
        double factor = _pace * (1 + (StageSpread * random.NextNormal()));
        return typicalS * Math.Clamp(factor, FastestFactor, SlowestFactor);
    }

    public double Height(double typicalM) => typicalM + random.NextDouble(-HeightSpreadM, HeightSpreadM);

    public Vector3d Aim(Vector3d target) => target + new Vector3d(
        AimDeviationM * random.NextNormal(), AimDeviationM * random.NextNormal(), AimDeviationM * Math.Abs(random.NextNormal()));
}
