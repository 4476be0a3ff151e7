namespace Interlock.Guard.Limits;

/// <summary>The numbers of one step, one per channel, padded to whole vectors.</summary>
internal sealed class StepMotion(int length)
{
    /// <summary>What was asked for.</summary>
    public double[] Raw { get; } = new double[length];

    /// <summary>The raw command cut to the bounds, on the turn of a continuous joint that is nearest to it.</summary>
    public double[] Target { get; } = new double[length];

    /// <summary>Motion to the target.</summary>
    public double[] Wish { get; } = new double[length];

    /// <summary>Smallest motion that is allowed in this step.</summary>
    public double[] Low { get; } = new double[length];

    /// <summary>Largest motion that is allowed in this step.</summary>
    public double[] High { get; } = new double[length];

    /// <summary>Motion of the secured stop.</summary>
    public double[] Brake { get; } = new double[length];

    /// <summary>Chosen motion.</summary>
    public double[] Motion { get; } = new double[length];

    /// <summary>Its change against the last step.</summary>
    public double[] MotionChange { get; } = new double[length];

    /// <summary>The command that keeps every limit.</summary>
    public double[] Command { get; } = new double[length];
}
