namespace Interlock.Simulation.Arm;

/// <summary>
/// What a motor driver makes of a number: an encoder count. The range of counts is wider than what the mechanics allow. A
/// NaN becomes the lowest count, as in the float-to-integer cast of x86 and in the range clamp of LeRobot's motor bus.
/// </summary>
public static class CommandDriver
{
    /// <summary>A joint's encoder counts one turn, half of it to each side of zero.</summary>
    public const double EncoderRangeRad = Math.PI;

    /// <summary>Where the motor is sent.</summary>
    /// <param name="command">Anything.</param>
    /// <param name="lowest">Lowest count, in the command's unit.</param>
    /// <param name="highest">Highest count, in the command's unit.</param>
    public static double TargetOf(double command, double lowest, double highest) =>
        double.IsNaN(command) ? lowest : Math.Clamp(command, lowest, highest);
}
