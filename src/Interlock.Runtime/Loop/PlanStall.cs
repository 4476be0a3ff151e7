namespace Interlock.Runtime.Loop;

/// <summary>
/// Lets the plan go on when braking along it has kept it at one point for a second: the robot is off the path then, and only the guard, which
/// may deviate, can bring it back.
/// </summary>
internal sealed class PlanStall(double controlHz)
{
    // Longer than any stop of an arm along its path, shorter than anybody's patience; ours.
    private const double PatienceS = 1;

    private int _ticks;

    /// <summary>Times that the plan was let go.</summary>
    public long Releases { get; private set; }

    /// <summary>The advance to use.</summary>
    public double Released(double chosen, double nominal)
    {
        if (chosen > 0 || nominal <= 0)
        {
            _ticks = 0;
            return chosen;
        }

        if (++_ticks <= PatienceS * controlHz)
        {
            return chosen;
        }

        Releases++;
        return nominal;
    }

    public void Restart() => _ticks = 0;
}
