using System.Reflection;
using System.Runtime.CompilerServices;

namespace Interlock.Architecture.Tests;

/// <summary>One sorted line per public type and member of an assembly.</summary>
internal static class PublicApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string[] Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(LinesOf).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> LinesOf(Type type)
    {
        yield return $"{NameOf(type)} : {KindOf(type)}";
        foreach (MemberInfo member in type.GetMembers(Declared).Where(IsPartOfTheSurface))
        {
            yield return $"{NameOf(type)}.{Describe(member)}";
        }
    }

    private static bool IsPartOfTheSurface(MemberInfo member) => member switch
    {
        _ when member.IsDefined(typeof(CompilerGeneratedAttribute)) && member is not MethodBase { IsSpecialName: true } => false,
        MethodInfo method => IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !method.IsDefined(typeof(CompilerGeneratedAttribute)),
        ConstructorInfo constructor => IsVisible(constructor),
        PropertyInfo property => property.GetAccessors(true).Any(IsVisible),
        EventInfo item => IsVisible(item.AddMethod!),
        FieldInfo field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName,
        _ => false,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Describe(MemberInfo member) => member switch
    {
        MethodInfo method => $"{method.Name}{Generics(method)}({Parameters(method)}) -> {NameOf(method.ReturnType)}{Static(method.IsStatic)}",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        PropertyInfo property => $"{property.Name} {{ {Accessors(property)} }} -> {NameOf(property.PropertyType)}{Static(property.GetAccessors(true)[0].IsStatic)}",
        FieldInfo { IsLiteral: true } field => $"{field.Name} = {field.GetRawConstantValue()} -> {NameOf(field.FieldType)}",
        FieldInfo field => $"{field.Name} -> {NameOf(field.FieldType)}{Static(field.IsStatic)}",
        EventInfo item => $"event {item.Name} -> {NameOf(item.EventHandlerType!)}",
        _ => member.Name,
    };

    private static string Static(bool isStatic) => isStatic ? " static" : "";

    private static string Accessors(PropertyInfo property)
    {
        bool isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ?? false;
        string[] accessors =
        [
            .. property.GetMethod is { } get && IsVisible(get) ? ["get"] : Array.Empty<string>(),
            .. property.SetMethod is { } set && IsVisible(set) ? [isInit ? "init" : "set"] : Array.Empty<string>(),
        ];
        return (property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "") + string.Join("; ", accessors);
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Describe));

    private static string Describe(ParameterInfo parameter) =>
        $"{NameOf(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.RawDefaultValue ?? "default"}" : "")}";

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(NameOf))}>" : "";

    private static string KindOf(Type type)
    {
        string kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        return type.BaseType is { } parent && type.IsClass && parent != typeof(object) ? $"{kind}, {NameOf(parent)}" : kind;
    }

    private static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{NameOf(underlying)}?";
        }

        if (type.IsByRef || type.IsArray)
        {
            return NameOf(type.GetElementType()!) + (type.IsByRef ? "&" : "[]");
        }

        string name = type.IsGenericParameter ? type.Name : $"{type.Namespace}.{(type.IsNested ? type.DeclaringType!.Name + "." : "")}{type.Name}";
        return type.IsGenericType && !type.IsGenericParameter
            ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : name;
    }
}
