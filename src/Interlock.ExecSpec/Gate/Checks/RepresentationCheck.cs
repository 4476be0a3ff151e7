using Interlock.Core.Contract;
using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>EX033 rotation form; EX034 quantity and reference.</summary>
internal sealed class RepresentationCheck : IGateCheck
{
    public void Run(GateContext context, GateResults results)
    {
        ActionSpec certified = context.Certified.Action;
        ActionSpec running = context.Running.Action;
        new FactComparison(results, context.Scope, GateCode.Rotation).Known("rotation", Rotations(certified), Rotations(running));
        FactComparison reference = new(results, context.Scope, GateCode.Reference);
        reference.Meaning("quantity", EnumWord.Of(certified.Quantity), EnumWord.Of(running.Quantity));
        reference.Known("reference", References(certified), References(running));
    }

    private static string Rotations(ActionSpec action) => action.Rotations.Count == 0
        ? Fact.NotStated
        : string.Join("; ", action.Rotations.Select(group => $"{EnumWord.Of(group.Form)} in {string.Join(", ", group.Channels)}, composed: {Fact.OrNotStated(Fact.Word(group.Composition))}"));

    private static string References(ActionSpec action)
    {
        IEnumerable<string> exceptions = action.Channels
            .Where(channel => channel.Reference is not null && channel.Reference != action.Reference)
            .Select(channel => $"{channel.Name} {Word(channel.Reference)}");
        return string.Join(", ", [Word(action.Reference), .. exceptions]);
    }

    private static string Word(ActionReference? reference) => Fact.OrNotStated(Fact.Word(reference));
}
