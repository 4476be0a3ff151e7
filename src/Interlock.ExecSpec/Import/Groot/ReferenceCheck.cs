using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.ExecSpec.Import.Groot;

/// <summary>Whether the numbers of a group are targets or offsets.</summary>
internal static class ReferenceCheck
{
    /// <summary>An error when two files say different things.</summary>
    public static void Agree(string group, GroupTraits one, GroupTraits other, SourcePlace place, DiagnosticCollector findings)
    {
        if (one.IsAbsolute is { } first && other.IsAbsolute is { } second && first != second)
        {
            findings.Error(
                GrootCode.Reference,
                $"the group {Quoted.Of(group)} is {Word(first)} for the checkpoint and {Word(second)} in modality.json",
                place,
                "one of the two is of another dataset");
        }
    }

    /// <summary>What the channels of a group are measured from; null, with a finding, when that is not stated.</summary>
    public static ActionReference? Of(ActionGroup group, ImportRequest request, SourcePlace place, DiagnosticCollector findings)
    {
        if (group.Traits.IsAbsolute == true)
        {
            return ActionReference.Absolute;
        }

        ActionReference? stated = request.Reference;
        if (group.Traits.IsAbsolute is null && stated is null)
        {
            findings.Info(GrootCode.Reference, $"whether the group {Quoted.Of(group.Name)} holds targets or offsets is not stated; the library takes it for targets", place, "state --reference");
        }
        else if (group.Traits.IsAbsolute == false && stated is null or ActionReference.Absolute)
        {
            findings.Warn(
                GrootCode.Reference,
                $"the group {Quoted.Of(group.Name)} holds offsets, and from what is not stated",
                place,
                "state --reference relative_chunk (from the state at the start of a chunk) or delta_step (for one step)");
            return null;
        }

        return stated;
    }

    private static string Word(bool isAbsolute) => isAbsolute ? "absolute" : "not absolute";
}
