using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors;

namespace Interlock.Guard.Tests.Monitors.Novelty;

public sealed class ActionEnergyTests
{
    private static readonly ConformalModel Conformal = new([1, 200], [0.5, 100], [1]);

    [Fact]
    public void Too_much_and_too_little_energy_are_equally_unusual()
    {
        MonitorModels models = new() { Conformal = Conformal, Energy = new EnergyModel(Mean: 2, StandardDeviation: 0.5) };
        Assert.Equal(4, Step([1, 200], models), 12);
        Assert.Equal(4, Step([2, 400], models), 12);
        Assert.Equal(0, Step([1.5, 300], models), 12);
    }

    [Fact]
    public void Without_either_model_there_is_no_value()
    {
        Assert.True(double.IsNaN(Step([1, 200], new MonitorModels { Conformal = Conformal })));
        Assert.True(double.IsNaN(Step([1, 200], new MonitorModels { Energy = new EnergyModel(0, 1) })));
    }

    private static double Step(double[] action, MonitorModels models)
    {
        MonitorBank bank = new(Layouts.Joints(2), Core.Contract.PolicyProfile.Unknown, models);
        bank.Observe(action, StepFacts.None);
        return bank.StepValue(bank.IndexOf("action_energy"));
    }
}
