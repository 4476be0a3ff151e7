using Interlock.Core.Text;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>EX030 names, order and roles; EX031 units; EX032 frames; EX050 the scale of the controller, channel by channel.</summary>
internal sealed class ChannelCheck : IGateCheck
{
    public void Run(GateContext context, GateResults results)
    {
        IReadOnlyList<ActionChannel> certified = context.Certified.Action.Channels;
        IReadOnlyList<ActionChannel> running = context.Running.Action.Channels;
        FactComparison order = new(results, context.Scope, GateCode.Channels);
        order.Meaning("channel order", Names(certified), Names(running));
        foreach (ActionChannel channel in certified)
        {
            if (running.FirstOrDefault(other => other.Name == channel.Name) is { } other)
            {
                Compare(channel, other, context.Scope, results);
            }
        }
    }

    private static void Compare(ActionChannel certified, ActionChannel running, GateScope scope, GateResults results)
    {
        string name = certified.Name;
        new FactComparison(results, scope, GateCode.Channels).Meaning($"role of {name}", EnumWord.Of(certified.Role), EnumWord.Of(running.Role));
        new FactComparison(results, scope, GateCode.Unit).RobotFact($"unit of {name}", Unit(certified), Unit(running));
        new FactComparison(results, scope, GateCode.Frame).FileFact($"frame of {name}", certified.Frame, running.Frame);
        new FactComparison(results, scope, GateCode.Controller).RobotFact($"scale of {name}", Scale(certified), Scale(running));
    }

    private static string Names(IReadOnlyList<ActionChannel> channels) => string.Join(", ", channels.Select(channel => channel.Name));

    private static string? Unit(ActionChannel channel) => channel.Unit == ChannelUnit.None ? null : channel.Unit.Symbol;

    private static string? Scale(ActionChannel channel) =>
        Fact.Of(channel.PhysicalPerCommand) is { } scale ? $"{scale} {channel.PhysicalUnit?.Symbol} per 1.0" : null;
}
