namespace Interlock.Guard.Interventions;

/// <summary>Tells a broken limit from mere slowing: a soft zone and a path that keeps its direction break nothing.</summary>
internal static class ContractBreach
{
    public static bool IsAmong(ReadOnlySpan<Intervention> interventions)
    {
        foreach (ref readonly Intervention item in interventions)
        {
            if (!ReferenceEquals(item.Code, GuardCodes.SoftLimit) && !ReferenceEquals(item.Code, GuardCodes.PathSlowed))
            {
                return true;
            }
        }

        return false;
    }
}
