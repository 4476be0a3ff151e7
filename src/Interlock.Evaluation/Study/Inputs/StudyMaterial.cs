using Interlock.Evaluation.Study.Episodes;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>Everything that was read from the inputs.</summary>
internal sealed class StudyMaterial
{
    public List<LabelledPolicy> Policies { get; } = [];

    public List<ConditionPair> Conditions { get; } = [];

    /// <summary>Gives policies that share a name the name of their file as well.</summary>
    public void QualifySharedNames()
    {
        HashSet<string> shared = [.. Policies.GroupBy(policy => policy.Name).Where(group => group.Count() > 1).Select(group => group.Key)];
        for (int i = 0; i < Policies.Count; i++)
        {
            if (shared.Contains(Policies[i].Name))
            {
                Policies[i] = Policies[i] with { Name = $"{Names.OfFile(Policies[i].Source)}/{Policies[i].Name}" };
            }
        }
    }
}
