using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>EX040 polarity as the controller would see it; EX041 threshold and tie; EX042 the controller's own values.</summary>
internal sealed class GripperCheck : IGateCheck
{
    public void Run(GateContext context, GateResults results)
    {
        GripperMapping? certified = context.Certified.Gripper;
        GripperMapping? running = context.Running.Gripper;
        if (certified is null && running is null)
        {
            results.Skip(GateCode.GripperPolarity, "gripper", "no gripper mapping is certified and none runs");
        }
        else if (running is null && context.Scope == GateScope.WithoutRobot)
        {
            results.Skip(GateCode.GripperPolarity, "gripper", "files do not tell how the gripper is mapped; it can be checked only where it is");
        }
        else if (certified is null || running is null)
        {
            string text = certified is null ? "a gripper mapping runs that is not certified" : "the certified gripper mapping is not applied";
            results.Fail(GateCode.GripperPolarity, "gripper", text, certified is null ? "none" : "mapped", running is null ? "none" : "mapped");
        }
        else
        {
            Compare(certified, running, context.Scope, results);
        }
    }

    private static void Compare(GripperMapping certified, GripperMapping running, GateScope scope, GateResults results)
    {
        FactComparison polarity = new(results, scope, GateCode.GripperPolarity);
        polarity.Meaning("gripper channel", certified.Channel, running.Channel);
        if (Inverts(certified) != Inverts(running))
        {
            results.Fail(GateCode.GripperPolarity, "gripper", "policy open → controller would close", Ends(certified), Ends(running));
        }
        else
        {
            polarity.Meaning("policy's gripper", $"open {Fact.Of(certified.PolicyOpen)}, closed {Fact.Of(certified.PolicyClosed)}", $"open {Fact.Of(running.PolicyOpen)}, closed {Fact.Of(running.PolicyClosed)}");
        }

        FactComparison threshold = new(results, scope, GateCode.GripperThreshold);
        threshold.Meaning("gripper threshold", Fact.Of(certified.Threshold) ?? "none", Fact.Of(running.Threshold) ?? "none");
        threshold.Meaning("gripper tie", EnumWord.Of(certified.Tie), EnumWord.Of(running.Tie));
        new FactComparison(results, scope, GateCode.GripperController).Meaning("controller's gripper", Controller(certified), Controller(running));
    }

    private static bool Inverts(GripperMapping mapping) =>
        Math.Sign(mapping.PolicyOpen.CompareTo(mapping.PolicyClosed)) != Math.Sign(mapping.ControllerOpen.CompareTo(mapping.ControllerClosed));

    private static string Controller(GripperMapping mapping) => $"open {Fact.Of(mapping.ControllerOpen)}, closed {Fact.Of(mapping.ControllerClosed)}";

    private static string Ends(GripperMapping mapping) =>
        $"{Fact.Of(mapping.PolicyOpen)} → {Fact.Of(mapping.ControllerOpen)}, {Fact.Of(mapping.PolicyClosed)} → {Fact.Of(mapping.ControllerClosed)}";
}
