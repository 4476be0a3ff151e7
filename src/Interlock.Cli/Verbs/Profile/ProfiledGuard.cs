using Interlock.Guard;

namespace Interlock.Cli.Verbs.Profile;

/// <summary>A guard with everything on.</summary>
internal static class ProfiledGuard
{
    public static ActionGuard Full(int channels) => new(GuardCostMeasurement.Contract(channels));
}
