using System.Globalization;

namespace Interlock.Guard.Calibration;

/// <summary>The promise of the box in words.</summary>
internal static class CoverageWords
{
    public static string Of(CalibrationOptions options, int episodes, bool guaranteed)
    {
        if (!guaranteed)
        {
            return Text($"No guarantee: {episodes} calibration episodes are too few for alpha = {options.Alpha}, so the box is the range of the fit and calibration episodes, widened until episodes left out of it keep {1 - options.Alpha:0.####} of their steps inside");
        }

        string scope = options.Box == BoxKind.Joint ? "with any channel outside its bounds" : "with a given channel outside its bounds (each channel by itself; several together leave more often)";
        return options.Guarantee == CoverageGuarantee.Step
            ? Text($"In a new episode like the {episodes} calibration episodes the expected fraction of steps {scope} is at most {options.Alpha:0.####}")
            : Text($"A new episode like the {episodes} calibration episodes has any step {scope} with chance {options.Alpha:0.####} at most");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
