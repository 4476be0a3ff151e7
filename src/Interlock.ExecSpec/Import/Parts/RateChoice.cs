using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.ExecSpec.Import.Parts;

/// <summary>The rate that is used: the stated one, which is never silent where the source has another.</summary>
internal static class RateChoice
{
    public static double? Of(double? recordedHz, ImportRequest request, SourcePlace place, DiagnosticCollector findings)
    {
        if (request.RateHz is { } stated && recordedHz is { } recorded && stated != recorded)
        {
            findings.Warn(
                ImportCode.SchemeOverridden,
                $"a rate of {ShortNumber.Of(stated)} Hz is used because it was asked for; the data was recorded at {ShortNumber.Of(recorded)} Hz",
                place,
                "displacements per step become other speeds, targets another lag");
        }

        return request.RateHz ?? recordedHz;
    }
}
