using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>EX050 controller, joint order by name, unit and robot; EX051 URDF; EX052 limits; EX053 calibration and serial.</summary>
internal sealed class ControllerCheck : IGateCheck
{
    private const string AnySerial = "*";

    public void Run(GateContext context, GateResults results)
    {
        ControllerSpec certified = context.Certified.Controller ?? new ControllerSpec();
        ControllerSpec running = context.Running.Controller ?? new ControllerSpec();
        FactComparison controller = new(results, context.Scope, GateCode.Controller);
        controller.RobotFact("controller", Fact.Word(certified.Kind), Fact.Word(running.Kind));
        controller.RobotFact("reference of the controller", Fact.Word(certified.Reference), Fact.Word(running.Reference));
        controller.RobotFact("joint order", List(certified.JointOrder), List(running.JointOrder));
        controller.RobotFact("command unit", Fact.Of(certified.CommandUnit), Fact.Of(running.CommandUnit));
        controller.RobotFact("robot model", certified.RobotModel, running.RobotModel);
        new FactComparison(results, context.Scope, GateCode.Urdf).RobotFact("URDF", certified.UrdfSha256, running.UrdfSha256);
        new FactComparison(results, context.Scope, GateCode.Limits).RobotFact("limits", certified.LimitsSha256, running.LimitsSha256);
        FactComparison calibration = new(results, context.Scope, GateCode.Calibration);
        calibration.RobotFact("calibration", certified.CalibrationSha256, running.CalibrationSha256);
        CompareSerial(certified.Serials, running.Serials, calibration, results);
    }

    private static string? List(IReadOnlyList<string>? names) => names is { Count: > 0 } ? Fact.Of(names) : null;

    private static void CompareSerial(
        IReadOnlyList<string>? certified, IReadOnlyList<string>? running, FactComparison comparison, GateResults results)
    {
        if (certified is not null && certified.Contains(AnySerial))
        {
            results.Pass(GateCode.Calibration, "serial", "certified for every serial number");
        }
        else if (certified is not null && running is { Count: > 0 } && running.All(certified.Contains))
        {
            results.Pass(GateCode.Calibration, "serial", $"serial {Fact.Of(running)} is one of those certified");
        }
        else
        {
            comparison.RobotFact("serial", List(certified), List(running));
        }
    }
}
