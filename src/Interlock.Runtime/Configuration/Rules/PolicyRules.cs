using Interlock.Core.Text;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Configuration.Rules;

/// <summary>Each kind of policy has keys that it needs and keys that mean nothing to it.</summary>
internal static class PolicyRules
{
    private const int FewestMembers = 2;

    private static readonly PolicyKind[] Remote = [PolicyKind.Openpi, PolicyKind.Openvla, PolicyKind.Lerobot];

    public static void Check(PolicySettings policy, string key, RuleReport report)
    {
        CheckKeys(policy, key, report);
        CheckUrl(policy, key, report);
        CheckMembers(policy, key, report);
        if (policy.Retry.MaxDelayMs < policy.Retry.FirstDelayMs)
        {
            report.Error("RT027", $"{key}.retry.max_delay_ms", "the longest wait is shorter than the first one", "raise it or lower first_delay_ms");
        }
    }

    private static void CheckKeys(PolicySettings policy, string key, RuleReport report)
    {
        PolicyKind kind = policy.Kind;
        bool onnx = kind == PolicyKind.Onnx;
        KindKeys keys = new(key, EnumWord.Of(kind), report);
        keys.Need("path", policy.Path is not null || (onnx && policy.Stages.Count > 0), kind is PolicyKind.Recorded or PolicyKind.Network or PolicyKind.Onnx, onnx ? "name one graph with path, or several with stages" : "name the file or folder");
        keys.Need("url", policy.Url is not null, Remote.Contains(kind), "state the address of the server");
        keys.Need("members", policy.Members.Count > 0, kind == PolicyKind.Ensemble, "list two policies or more");
        keys.Refuse("path", policy.Path is not null, kind is PolicyKind.Scripted or PolicyKind.Recorded or PolicyKind.Network or PolicyKind.Onnx);
        keys.Refuse("url", policy.Url is not null, Remote.Contains(kind));
        keys.Refuse("stages", policy.Stages.Count > 0, onnx);
        keys.Refuse("episode_index", policy.EpisodeIndex is not null, kind == PolicyKind.Recorded);
        keys.Refuse("members", policy.Members.Count > 0, kind == PolicyKind.Ensemble);
        keys.Refuse("unnorm_key", policy.UnnormKey is not null, kind == PolicyKind.Openvla);
        if (onnx && policy.Path is not null && policy.Stages.Count > 0)
        {
            report.Error("RT016", $"{key}.stages", "path and stages are both stated", "name one graph with path, or several with stages");
        }
    }

    private static void CheckUrl(PolicySettings policy, string key, RuleReport report)
    {
        string[] schemes = policy.Kind switch
        {
            PolicyKind.Openpi => ["ws", "wss"],
            PolicyKind.Openvla => ["http", "https"],
            PolicyKind.Lerobot => ["http", "grpc"],
            _ => [],
        };
        if (policy.Url is not { } url || schemes.Length == 0)
        {
            return;
        }

        bool fits = Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && schemes.Contains(uri.Scheme) && uri.Host.Length > 0 && uri.UserInfo.Length == 0;
        if (!fits)
        {
            string message = $"{Quoted.Of(url)} is not an address of a server of kind {EnumWord.Of(policy.Kind)}";
            report.Error("RT018", $"{key}.url", message, $"write for example {schemes[0]}://127.0.0.1:8000, without user and password");
        }
    }

    private static void CheckMembers(PolicySettings policy, string key, RuleReport report)
    {
        if (policy.Kind == PolicyKind.Ensemble && policy.Members.Count is > 0 and < FewestMembers)
        {
            report.Error("RT029", $"{key}.members", "an ensemble of one has nothing to disagree with", $"name {FewestMembers} or more");
        }

        for (int i = 0; i < policy.Members.Count; i++)
        {
            string memberKey = $"{key}.members[{i}]";
            if (policy.Members[i].Kind == PolicyKind.Ensemble)
            {
                report.Error("RT029", $"{memberKey}.kind", "an ensemble cannot be a member of an ensemble", "name its members here");
            }
            else
            {
                Check(policy.Members[i], memberKey, report);
            }
        }
    }
}
