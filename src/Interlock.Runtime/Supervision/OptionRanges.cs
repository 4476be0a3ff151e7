using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Runtime.Supervision;

/// <summary>Turns a value outside its range into a finding that names option, value, range and unit.</summary>
internal sealed class OptionRanges(DiagnosticCollector findings, SourcePlace? place)
{
    public void Above(string option, double? value, double most, string unit) =>
        Require(value is null || (value > 0 && value <= most), option, value, $"above 0 and at most {ShortNumber.Of(most, unit)}");

    public void AtLeast(string option, double value, double least, double most, string unit) =>
        Require(value >= least && value <= most, option, value, $"{ShortNumber.Of(least)} to {ShortNumber.Of(most, unit)}");

    public void Require(bool holds, string message)
    {
        if (!holds)
        {
            findings.Error(SupervisorCodes.Option, $"supervisor: {message}", place);
        }
    }

    private void Require(bool holds, string option, double? value, string range) =>
        Require(holds, $"{option} is {ShortNumber.Of(value ?? 0)}; it has to be {range}");
}
