using Interlock.Core.Text;

namespace Interlock.Dashboard.Web.Access;

/// <summary>Which role a token gives.</summary>
internal sealed class TokenRule(DashboardOptions options)
{
    public bool IsAsked => options.OperatorToken is not null;

    /// <summary>The role of who shows this token; null for nobody.</summary>
    /// <param name="token">Null when none was shown.</param>
    public Role? RoleOf(string? token)
    {
        Role highest = options.IsReadOnly ? Role.Viewer : Role.Operator;
        if (!IsAsked)
        {
            return SecretText.AreSame(token, options.ViewerToken) ? Role.Viewer : highest;
        }

        return SecretText.AreSame(token, options.OperatorToken) ? highest : SecretText.AreSame(token, options.ViewerToken) ? Role.Viewer : null;
    }
}
