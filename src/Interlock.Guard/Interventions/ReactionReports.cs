using Interlock.Core.Contract;
using Interlock.Guard.Limits;

namespace Interlock.Guard.Interventions;

/// <summary>Reports the reasons for not using an action.</summary>
internal sealed class ReactionReports(InterventionLog log, ForceLimit? force, ReferenceState reference)
{
    /// <summary>A reason that concerns the whole action.</summary>
    public void Whole(string code, long step) => log.Add(Of(code, step));

    /// <summary>A state that lasts: said at every step, but it must not push its own cause out of the ring.</summary>
    public void Repeated(string code, long step) => log.AddToStep(Of(code, step));

    public void Contact(string code, in StepInput input, long step)
    {
        bool torque = ReferenceEquals(code, GuardCodes.Torque);
        double value = (torque ? input.TorqueNm : input.ForceN) ?? double.NaN;
        double limit = (torque ? force?.MaxTorqueNm : force?.MaxForceN) ?? double.NaN;
        log.Add(new Intervention(code, -1, value, double.NaN, limit, torque ? "Nm" : "N", step));
    }

    /// <summary>A non-finite value is reported on its channel; other reasons concern the whole action.</summary>
    public void Unusable(string code, ReadOnlySpan<double> raw, long step)
    {
        if (!ReferenceEquals(code, GuardCodes.NonFinite))
        {
            Whole(code, step);
            return;
        }

        for (int i = 0; i < raw.Length; i++)
        {
            if (!double.IsFinite(raw[i]))
            {
                double safe = reference.IsKnown ? reference.Position[i] : double.NaN;
                log.Add(new Intervention(code, i, raw[i], safe, double.NaN, string.Empty, step));
            }
        }
    }

    private static Intervention Of(string code, long step) =>
        new(code, -1, double.NaN, double.NaN, double.NaN, string.Empty, step);
}
