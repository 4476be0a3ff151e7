namespace Interlock.Simulation.Table;

/// <summary>What the arm really did since the last reset, taken at every physics sub-step.</summary>
public sealed class MotionExtremes
{
    /// <summary>Nothing yet; <see cref="Restart"/> comes first.</summary>
    /// <param name="channels">Joints and gripper.</param>
    public MotionExtremes(int channels)
    {
        PeakSpeed = new double[channels];
        Lowest = new double[channels];
        Highest = new double[channels];
    }

    /// <summary>Largest speed per channel, in rad/s; m/s for the gripper.</summary>
    public double[] PeakSpeed { get; }

    /// <summary>Lowest position per channel, in radians; metres for the gripper.</summary>
    public double[] Lowest { get; }

    /// <summary>Highest position per channel, in radians; metres for the gripper.</summary>
    public double[] Highest { get; }

    /// <summary>Largest contact force with the table, in newton.</summary>
    public double PeakForceN { get; private set; }

    /// <summary>Largest speed of any joint, gripper excluded, in rad/s.</summary>
    public double PeakJointSpeedRadPerS => PeakSpeed.AsSpan(0, PeakSpeed.Length - 1).ToArray().Max();

    /// <summary>How far the channel went beyond the interval at its worst; 0 when it stayed inside.</summary>
    /// <param name="channel">Index of the channel.</param>
    /// <param name="min">Lower bound in the channel's unit; null when there is none.</param>
    /// <param name="max">Upper bound in the channel's unit; null when there is none.</param>
    public double ExcessBeyond(int channel, double? min, double? max)
    {
        double below = min is { } low ? low - Lowest[channel] : 0;
        double above = max is { } high ? Highest[channel] - high : 0;
        return Math.Max(0, Math.Max(below, above));
    }

    /// <summary>Forgets everything but where the arm is.</summary>
    /// <param name="positions">Joints [rad], gripper [m].</param>
    public void Restart(ReadOnlySpan<double> positions)
    {
        PeakSpeed.AsSpan().Clear();
        positions.CopyTo(Lowest);
        positions.CopyTo(Highest);
        PeakForceN = 0;
    }

    /// <summary>Adds what happened in a stretch that was observed by itself.</summary>
    /// <param name="stretch">Of the same arm.</param>
    public void Include(MotionExtremes stretch)
    {
        for (int channel = 0; channel < PeakSpeed.Length; channel++)
        {
            PeakSpeed[channel] = Math.Max(PeakSpeed[channel], stretch.PeakSpeed[channel]);
            Lowest[channel] = Math.Min(Lowest[channel], stretch.Lowest[channel]);
            Highest[channel] = Math.Max(Highest[channel], stretch.Highest[channel]);
        }

        PeakForceN = Math.Max(PeakForceN, stretch.PeakForceN);
    }

    internal void Observe(ReadOnlySpan<double> positions, ReadOnlySpan<double> velocities, double forceN)
    {
        for (int channel = 0; channel < positions.Length; channel++)
        {
            PeakSpeed[channel] = Math.Max(PeakSpeed[channel], Math.Abs(velocities[channel]));
            Lowest[channel] = Math.Min(Lowest[channel], positions[channel]);
            Highest[channel] = Math.Max(Highest[channel], positions[channel]);
        }

        PeakForceN = Math.Max(PeakForceN, forceN);
    }
}
