using Interlock.Core.Randomness;
using Interlock.Simulation.Policies;

namespace Interlock.Simulation.Faults;

/// <summary>The policy answers NaN on every channel for a while, as after an overflow in half precision.</summary>
public sealed class NanFault : PolicyFault
{
    private readonly int _steps;

    /// <summary>Creates the fault.</summary>
    /// <param name="onsetStep">First wrong step.</param>
    /// <param name="steps">How many steps it lasts; at least 1.</param>
    public NanFault(int onsetStep, int steps = 24)
        : base(onsetStep)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        _steps = steps;
    }

    /// <inheritdoc />
    public override string Name => "nan";

    /// <inheritdoc />
    public override string Summary => $"NaN on every channel for {_steps} steps";

    /// <inheritdoc />
    public override void Corrupt(ActionChunk chunk)
    {
        int end = chunk.FirstRowFrom(OnsetStep + _steps);
        for (int row = chunk.FirstRowFrom(OnsetStep); row < end; row++)
        {
            chunk.Row(row).Fill(double.NaN);
        }
    }

    private protected override void Reset(SeededRandom random, int joints)
    {
    }
}
