namespace Interlock.Simulation.Arm;

/// <summary>
/// What a motor driver makes of a number: an encoder count within its range. As with the C cast on x86, a NaN becomes the
/// lowest count, so the axis drives to its lower stop. That is what makes an unguarded NaN dangerous rather than harmless.
/// </summary>
internal static class CommandDriver
{
    public static double TargetOf(double command, AxisServo axis) =>
        double.IsNaN(command) ? axis.Min : Math.Clamp(command, axis.Min, axis.Max);
}
