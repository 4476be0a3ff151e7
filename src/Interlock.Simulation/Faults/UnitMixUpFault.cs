using Interlock.Core.Randomness;
using Interlock.Simulation.Policies;

namespace Interlock.Simulation.Faults;

/// <summary>Joint targets arrive in degrees where radians are expected, to the end of the episode.</summary>
public sealed class UnitMixUpFault : PolicyFault
{
    private const double DegreesPerRadian = 180 / Math.PI;

    /// <summary>Creates the fault.</summary>
    /// <param name="onsetStep">First wrong step.</param>
    public UnitMixUpFault(int onsetStep)
        : base(onsetStep)
    {
    }

    /// <inheritdoc />
    public override string Name => "unit_mix_up";

    /// <inheritdoc />
    public override string Summary => "degrees where radians are expected";

    /// <inheritdoc />
    public override void Corrupt(ActionChunk chunk)
    {
        for (int row = chunk.FirstRowFrom(OnsetStep); row < chunk.Horizon; row++)
        {
            foreach (ref double joint in chunk.Row(row)[..^1])
            {
                joint *= DegreesPerRadian;
            }
        }
    }

    private protected override void Reset(SeededRandom random, int joints)
    {
    }
}
